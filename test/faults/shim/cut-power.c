/* Stops a mounted file system at once, as a power cut would: nothing that is not on the device yet is written any more
 * (EXT4_IOC_SHUTDOWN without flushing the journal). */
#include <fcntl.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <unistd.h>

int main(int count, char **words) {
  uint32_t without_flushing = 2;
  int fd = count > 1 ? open(words[1], O_RDONLY) : -1;
  if (fd < 0) return 1;
  return ioctl(fd, _IOR('X', 125, uint32_t), &without_flushing) ? 2 : 0;
}
