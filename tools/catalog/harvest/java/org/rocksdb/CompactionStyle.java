package org.rocksdb;

/** The constants of CompactionStyle in frocksdbjni 6.20 and 8.10; its values are what the option takes. */
public enum CompactionStyle {
    LEVEL,
    UNIVERSAL,
    FIFO,
    NONE
}
