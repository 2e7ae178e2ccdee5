#include <libpq-fe.h>
#include <pthread.h>

// glibc has it, and shows it only to those who ask for all of its extensions.
int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock, const struct timespec *end);
