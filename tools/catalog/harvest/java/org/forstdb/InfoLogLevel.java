package org.forstdb;

/** The constants of InfoLogLevel in forstjni 0.1; its values are what the option takes. */
public enum InfoLogLevel {
    DEBUG_LEVEL,
    INFO_LEVEL,
    WARN_LEVEL,
    ERROR_LEVEL,
    FATAL_LEVEL,
    HEADER_LEVEL,
    NUM_INFO_LOG_LEVELS
}
