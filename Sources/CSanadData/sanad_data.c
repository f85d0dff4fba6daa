#include "sanad_data.h"

// One line for each file, here and in the table below. C23's #embed is in clang since version 19 (Swift 6.2).
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16) static const unsigned char models_syntax[] = {
#embed "../../Data/models/syntax.model"
};
_Alignas(16) static const unsigned char models_names[] = {
#embed "../../Data/models/names.model"
};
static const unsigned char world_states[] = {
#embed "../../Data/world/states.rec"
};
static const unsigned char world_places[] = {
#embed "../../Data/world/places.rec"
};
static const unsigned char world_titles[] = {
#embed "../../Data/world/titles.rec"
};
static const unsigned char world_persons[] = {
#embed "../../Data/world/persons.rec"
};
static const unsigned char world_organisations[] = {
#embed "../../Data/world/organisations.rec"
};
static const unsigned char world_groups[] = {
#embed "../../Data/world/groups.rec"
};
static const unsigned char world_institutions[] = {
#embed "../../Data/world/institutions.rec"
};
static const unsigned char world_agents[] = {
#embed "../../Data/world/agents.rec"
};
static const unsigned char world_media[] = {
#embed "../../Data/world/media.rec"
};
static const unsigned char language_names[] = {
#embed "../../Data/language/names.rec"
};
static const unsigned char language_name_places[] = {
#embed "../../Data/language/name-places.rec"
};
static const unsigned char language_name_organisations[] = {
#embed "../../Data/language/name-organisations.rec"
};
static const unsigned char language_plurals[] = {
#embed "../../Data/language/plurals.rec"
};
static const unsigned char language_verbs[] = {
#embed "../../Data/language/verbs.rec"
};
static const unsigned char language_words[] = {
#embed "../../Data/language/words.rec"
};
static const unsigned char language_times[] = {
#embed "../../Data/language/times.rec"
};
static const unsigned char coding_confidence[] = {
#embed "../../Data/coding/confidence.rec"
};
static const unsigned char coding_constructions[] = {
#embed "../../Data/coding/constructions.rec"
};
static const unsigned char coding_figures[] = {
#embed "../../Data/coding/figures.rec"
};
static const unsigned char coding_speech[] = {
#embed "../../Data/coding/speech.rec"
};
static const unsigned char models_half_space[] = {
#embed "../../Data/models/half-space.bin"
};

static const struct sanad_data_file files[] = {
    {"coding/confidence.rec", coding_confidence, sizeof coding_confidence},
    {"coding/constructions.rec", coding_constructions, sizeof coding_constructions},
    {"coding/figures.rec", coding_figures, sizeof coding_figures},
    {"coding/speech.rec", coding_speech, sizeof coding_speech},
    {"language/times.rec", language_times, sizeof language_times},
    {"language/names.rec", language_names, sizeof language_names},
    {"language/name-places.rec", language_name_places, sizeof language_name_places},
    {"language/name-organisations.rec", language_name_organisations, sizeof language_name_organisations},
    {"language/plurals.rec", language_plurals, sizeof language_plurals},
    {"language/verbs.rec", language_verbs, sizeof language_verbs},
    {"language/words.rec", language_words, sizeof language_words},
    {"models/half-space.bin", models_half_space, sizeof models_half_space},
    {"models/names.model", models_names, sizeof models_names},
    {"models/syntax.model", models_syntax, sizeof models_syntax},
    {"world/agents.rec", world_agents, sizeof world_agents},
    {"world/groups.rec", world_groups, sizeof world_groups},
    {"world/institutions.rec", world_institutions, sizeof world_institutions},
    {"world/media.rec", world_media, sizeof world_media},
    {"world/organisations.rec", world_organisations, sizeof world_organisations},
    {"world/persons.rec", world_persons, sizeof world_persons},
    {"world/places.rec", world_places, sizeof world_places},
    {"world/states.rec", world_states, sizeof world_states},
    {"world/titles.rec", world_titles, sizeof world_titles},
};

unsigned long sanad_data_file_count(void) { return sizeof files / sizeof files[0]; }

struct sanad_data_file sanad_data_file_at(unsigned long index) { return files[index]; }
