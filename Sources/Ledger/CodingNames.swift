internal import Coding

// GRDB has types of these names too.
typealias Record = Coding.Record
typealias Statement = Coding.Statement
