// Macros and variadic functions that Swift cannot import; nothing else.
#include <sqlite3.h>

// sqlite3_config is variadic. Only before the first connection.
static inline int csqlite_count_memory(int on) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on);
}

// sqlite3_db_config is variadic. Only for options that are switched on (1) or off (0).
static inline int csqlite_switch(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)0);
}
