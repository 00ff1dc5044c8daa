// ICU renames its functions by version with macros, which Swift does not see; these keep the plain names.
#include <unicode/ubrk.h>

static inline UBreakIterator *plaza_word_breaker(const UChar *text, int32_t length, UErrorCode *status) {
    return ubrk_open(UBRK_WORD, "en", text, length, status);
}

static inline int32_t plaza_next_boundary(UBreakIterator *breaker) { return ubrk_next(breaker); }

static inline int32_t plaza_segment_kind(UBreakIterator *breaker) { return ubrk_getRuleStatus(breaker); }

static inline void plaza_close_breaker(UBreakIterator *breaker) { ubrk_close(breaker); }
