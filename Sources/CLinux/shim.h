// Swift's Glibc module is built without the GNU extensions, so what the build needs of them is declared here.

// Exchanges two paths in one step (renameat2(2), Linux 3.15, glibc 2.28).
int renameat2(int old_directory, const char *old_path, int new_directory, const char *new_path, unsigned int flags);

static const unsigned int PLAZA_RENAME_EXCHANGE = 2;  // RENAME_EXCHANGE of <linux/fs.h>

// Finds a run of bytes (memmem(3)).
void *memmem(const void *haystack, __SIZE_TYPE__ haystack_length, const void *needle, __SIZE_TYPE__ needle_length);
