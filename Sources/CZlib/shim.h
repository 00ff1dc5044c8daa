#include <string.h>
#include <zlib.h>

// zlib's own initialiser is a macro, which Swift does not see.
static inline int plaza_inflate_init(z_stream *stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}
