package org.rocksdb;

/** The constants that the options of Flink's native metrics name; they are no values of options. */
public enum TickerType {
    BLOCK_CACHE_HIT,
    BLOCK_CACHE_MISS,
    BLOOM_FILTER_USEFUL,
    BLOOM_FILTER_FULL_POSITIVE,
    BLOOM_FILTER_FULL_TRUE_POSITIVE,
    BYTES_READ,
    BYTES_WRITTEN,
    COMPACT_READ_BYTES,
    COMPACT_WRITE_BYTES,
    ITER_BYTES_READ,
    STALL_MICROS
}
