/* A disk that fails where a test says so: a VFS for SQLite on top of the default one. Everything is by the name that
 * faulty_disk_make was given, which is the VFS's. */

enum faulty_file { FAULTY_DATABASE, FAULTY_WAL, FAULTY_INDEX };
enum faulty_call { FAULTY_WRITE, FAULTY_SYNC, FAULTY_TRUNCATE, FAULTY_MAP };

/* Registers it. One that is never told to fail changes nothing. */
void faulty_disk_make(const char *name);

/* From now on the number-th such call, counted from 1, fails with a system error like EIO, once. A write is done up to
 * `percent` of its bytes before, any other call if `percent` is 100. */
void faulty_disk_arm(
    const char *name, enum faulty_file file, enum faulty_call call, int number, int error, int percent);

/* Whether it has failed since it was last told to, and how many of these calls came behind that, to any of the files. */
int faulty_disk_has_failed(const char *name);
int faulty_disk_calls_since(const char *name);
