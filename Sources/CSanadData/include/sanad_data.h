// The text files under Data/, embedded into the binary (C23 #embed), so that Sanad is one file to install and its data
// are mapped into memory by the loader, without a copy.
#ifndef SANAD_DATA_H
#define SANAD_DATA_H

struct sanad_data_file {
  const char *_Nonnull path;  // relative to Data/
  const void *_Nonnull bytes;
  unsigned long size;
};

unsigned long sanad_data_file_count(void);

/// The file at `index`, which must be less than `sanad_data_file_count()`.
struct sanad_data_file sanad_data_file_at(unsigned long index);

#endif
