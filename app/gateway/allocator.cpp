// The gateway's memory comes from jemalloc (linked, not called): records are made on one thread and freed on another for every call,
// which costs glibc's allocator an eighth of the call. How it is set up, read by jemalloc itself (jemalloc(3), TUNING):
// few threads need few arenas; what is free goes back to the system within seconds, as an idle gateway has no use for it.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "narenas:2,tcache_max:4096,dirty_decay_ms:2000,muzzy_decay_ms:0";
}
