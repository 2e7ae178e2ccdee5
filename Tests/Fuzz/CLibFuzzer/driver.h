#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*read)(const uint8_t *start, size_t count));

/// libFuzzer as a library: takes its flags and folders from the arguments, and hands inputs to `read`.
/// <https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library>
static inline int fuzz(int argc, char **argv, int (*read)(const uint8_t *start, size_t count)) {
    return LLVMFuzzerRunDriver(&argc, &argv, read);
}
