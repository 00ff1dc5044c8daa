#include <sys/stat.h>

// Swift's Glibc module is built without the GNU extensions, so what is needed of them is declared here.

// Exchanges two paths in one step (renameat2(2), Linux 3.15, glibc 2.28).
int renameat2(int old_directory, const char *old_path, int new_directory, const char *new_path, unsigned int flags);

static const unsigned int PLAZA_RENAME_EXCHANGE = 2;  // RENAME_EXCHANGE of <linux/fs.h>

// Waits until everything written to the file system of an open file is on its disk (syncfs(2)).
int syncfs(int descriptor);

// Finds a run of bytes (memmem(3)).
void *memmem(const void *haystack, __SIZE_TYPE__ haystack_length, const void *needle, __SIZE_TYPE__ needle_length);

// What tells one file from the next that takes its place (stat(2)). Called from here, since Swift finds `struct stat` in
// several modules, and which of them it takes for the owner changes with what else a file imports.
struct plaza_file_identity {
    unsigned long long inode;
    long long byte_count;
    long long modified_seconds;
    long long modified_nanoseconds;
};

// 0, or -1 with errno set.
static inline int plaza_identify_file(const char *path, struct plaza_file_identity *identity) {
    struct stat status;
    if (stat(path, &status) != 0) return -1;
    identity->inode = status.st_ino;
    identity->byte_count = status.st_size;
    identity->modified_seconds = status.st_mtim.tv_sec;
    identity->modified_nanoseconds = status.st_mtim.tv_nsec;
    return 0;
}
