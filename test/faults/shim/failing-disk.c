/* Preloaded into a till, it counts what the till asks of the disk below FAULTS_FOLDER and makes the Nth call fail, or
 * ends the process there, as the control file says. The control file is mapped, so both sides see it at once. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OP_WRITE = 1, OP_SYNC = 2, OP_OPEN = 4, OP_RESIZE = 8, OP_NAME = 16 };
enum { ONCE = 0, FROM_THEN_ON = 1, KILL = 2 };

struct control {
  int ops, nth, error, mode; /* told by the test */
  int seen, hits;            /* told by the till */
  char file[64];             /* the end of the last path that failed */
};

static struct control *control;
static char folder[PATH_MAX];
static size_t folder_length;
static char watched[65536];
static char tails[4096][64];

__attribute__((constructor)) static void attach(void) {
  const char *name = getenv("FAULTS_CONTROL"), *where = getenv("FAULTS_FOLDER");
  if (!name || !where) return;
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  int fd = real(name, O_RDWR);
  if (fd < 0) return;
  control = mmap(0, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (control == MAP_FAILED) control = 0;
  strncpy(folder, where, sizeof folder - 1);
  folder_length = strlen(folder);
}

static const char *tail_of(const char *path) {
  const char *slash = path ? strrchr(path, '/') : 0;
  return slash ? slash + 1 : "";
}

/* Whether this call is one to fail; errno is set then. */
static int strikes(int op, const char *file) {
  if (!control || !(control->ops & op)) return 0;
  int count = __atomic_add_fetch(&control->seen, 1, __ATOMIC_SEQ_CST);
  if (control->mode == FROM_THEN_ON ? count < control->nth : count != control->nth) return 0;
  __atomic_add_fetch(&control->hits, 1, __ATOMIC_SEQ_CST);
  strncpy(control->file, file, sizeof control->file - 1);
  if (control->mode == KILL) {
    kill(getpid(), SIGKILL);
    pause();
  }
  errno = control->error;
  return 1;
}

static int below(const char *path) { return control && path && !strncmp(path, folder, folder_length); }
static int is_watched(int fd) { return fd >= 0 && fd < (int)sizeof watched && watched[fd]; }
static const char *file_of(int fd) { return fd < 4096 ? tails[fd] : ""; }

static int remember(int fd, const char *path) {
  if (fd >= 0 && fd < (int)sizeof watched) {
    watched[fd] = below(path);
    if (watched[fd] && fd < 4096) strncpy(tails[fd], tail_of(path), 63);
  }
  return fd;
}

#define REAL(name, type) \
  static __typeof__(type) real; \
  if (!real) real = (__typeof__(type))dlsym(RTLD_NEXT, #name)

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name, int (*)(const char *, int, ...)); \
    va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
    if (below(path) && strikes(OP_OPEN, tail_of(path))) return -1; \
    return remember(real(path, flags, mode), path); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int at, const char *path, int flags, ...) { \
    REAL(name, int (*)(int, const char *, int, ...)); \
    va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
    if (below(path) && strikes(OP_OPEN, tail_of(path))) return -1; \
    return remember(real(at, path, flags, mode), path); \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(close, int (*)(int));
  if (fd >= 0 && fd < (int)sizeof watched) watched[fd] = 0;
  return real(fd);
}

#define ON_FD(result, name, op, parameters, arguments, types) \
  result name parameters { \
    REAL(name, result (*) types); \
    if (is_watched(fd) && strikes(op, file_of(fd))) return -1; \
    return real arguments; \
  }
ON_FD(ssize_t, write, OP_WRITE, (int fd, const void *b, size_t n), (fd, b, n), (int, const void *, size_t))
ON_FD(ssize_t, pwrite, OP_WRITE, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o), (int, const void *, size_t, off_t))
ON_FD(ssize_t, pwrite64, OP_WRITE, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o), (int, const void *, size_t, off_t))
ON_FD(ssize_t, writev, OP_WRITE, (int fd, const struct iovec *v, int n), (fd, v, n), (int, const struct iovec *, int))
ON_FD(ssize_t, pwritev, OP_WRITE, (int fd, const struct iovec *v, int n, off_t o), (fd, v, n, o), (int, const struct iovec *, int, off_t))
ON_FD(int, fsync, OP_SYNC, (int fd), (fd), (int))
ON_FD(int, fdatasync, OP_SYNC, (int fd), (fd), (int))
ON_FD(int, ftruncate, OP_RESIZE, (int fd, off_t n), (fd, n), (int, off_t))
ON_FD(int, ftruncate64, OP_RESIZE, (int fd, off_t n), (fd, n), (int, off_t))

int unlink(const char *path) {
  REAL(unlink, int (*)(const char *));
  if (below(path) && strikes(OP_NAME, tail_of(path))) return -1;
  return real(path);
}

int rename(const char *from, const char *to) {
  REAL(rename, int (*)(const char *, const char *));
  if (below(to) && strikes(OP_NAME, tail_of(to))) return -1;
  return real(from, to);
}
