package org.forstdb;

/** The constants of CompactionStyle in forstjni 0.1; its values are what the option takes. */
public enum CompactionStyle {
    LEVEL,
    UNIVERSAL,
    FIFO,
    NONE
}
