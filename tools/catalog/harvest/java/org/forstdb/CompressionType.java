package org.forstdb;

/** The constants of CompressionType in forstjni 0.1; its values are what the option takes. */
public enum CompressionType {
    NO_COMPRESSION,
    SNAPPY_COMPRESSION,
    ZLIB_COMPRESSION,
    BZLIB2_COMPRESSION,
    LZ4_COMPRESSION,
    LZ4HC_COMPRESSION,
    XPRESS_COMPRESSION,
    ZSTD_COMPRESSION,
    DISABLE_COMPRESSION_OPTION
}
