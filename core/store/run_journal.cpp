#include "core/store/run_journal.h"

#include <spdlog/spdlog.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace signalbox::store {

namespace {

/// Before each entry. Its length is written last, so that there is either a whole entry or none.
struct Prefix {
    std::uint64_t check = 0;
    std::uint32_t size = 0; ///< 0: no entry
    std::uint32_t reserved = 0;
};
constexpr std::size_t kHeadBytes = 4096; ///< of the file: the format, and room to put the segments on pages
constexpr std::size_t kAlign = 8;
constexpr std::size_t kInView = 1024 * 1024; ///< of a segment, after it was wiped

constexpr std::size_t lengthOf(std::size_t entry) { return (sizeof(Prefix) + entry + kAlign - 1) / kAlign * kAlign; }

std::uint64_t checkOf(std::string_view entry) { return XXH3_64bits_withSeed(entry.data(), entry.size(), entry.size()); }

std::uint32_t& sizeAt(char* at) { return *reinterpret_cast<std::uint32_t*>(at + offsetof(Prefix, size)); }

model::Result<std::unique_ptr<RunJournal>> failed(const std::string& path, const char* what, int code) {
    return model::failure(model::ErrorClass::Internal, std::string("The journal of runs ") + path + " cannot be " + what + ": " + std::strerror(code) + ".", "journal");
}

class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

/// Empty (new), ours, or something else.
enum class Content { None, Ours, Foreign };
Content contentOf(int descriptor, std::size_t size) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return Content::Foreign;
    if (status.st_size == 0) return Content::None;
    char format[RunJournal::kFormat.size()] = {};
    const bool read = ::pread(descriptor, format, sizeof format, 0) == static_cast<ssize_t>(sizeof format);
    if (read && std::string_view(format, sizeof format) == RunJournal::kFormat && static_cast<std::size_t>(status.st_size) == size) return Content::Ours;
    // A gateway that died while it made the file: nothing was ever in it.
    return read && std::all_of(std::begin(format), std::end(format), [](char byte) { return byte == 0; }) ? Content::None : Content::Foreign;
}

constexpr std::string_view kAside = "runs.journal.";
std::string nameAside(const std::string& path) { return path + "." + std::to_string(toMicros(wallNow())); }

/// Whether it was put aside before `time`, as its name says.
bool wasAsideBefore(std::string_view name, WallTime time) {
    if (!name.starts_with(kAside)) return false;
    name.remove_prefix(kAside.size());
    std::int64_t micros = 0;
    const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), micros);
    return problem == std::errc() && end == name.data() + name.size() && fromMicros(micros) < time;
}

} // namespace

std::optional<std::string_view> RunJournal::Entries::next() {
    if (rest_.size() < sizeof(Prefix)) return std::nullopt;
    Prefix prefix;
    std::memcpy(&prefix, rest_.data(), sizeof prefix);
    if (prefix.size == 0) return std::nullopt;
    const bool fits = lengthOf(prefix.size) <= rest_.size();
    const auto entry = fits ? rest_.substr(sizeof prefix, prefix.size) : std::string_view();
    if (!fits || (check_ && checkOf(entry) != prefix.check)) {
        torn_ = true;
        rest_ = {};
        return std::nullopt;
    }
    rest_.remove_prefix(lengthOf(prefix.size));
    return entry;
}

bool RunJournal::Entries::isAtEnd() {
    auto copy = *this;
    if (copy.next()) return false;
    torn_ = copy.torn_;
    return true;
}

model::Result<std::unique_ptr<RunJournal>> RunJournal::open(const std::string& directory, std::size_t segmentBytes) {
    const auto path = directory + "/runs.journal";
    const auto size = kHeadBytes + 2 * segmentBytes;
    const auto openFile = [&path] { return ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR); };
    auto file = std::make_unique<File>(openFile());
    if (file->descriptor() < 0) return failed(path, "opened", errno);
    auto content = contentOf(file->descriptor(), size);
    if (content == Content::Foreign) {
        const auto aside = nameAside(path);
        spdlog::error("{} is in a format that this version cannot read; it was put aside as {} for {} days. If runs are missing, the version that wrote it can bring them in.", path, aside, kAsideIsKept.count());
        if (::rename(path.c_str(), aside.c_str()) != 0) return failed(path, "put aside", errno);
        file = std::make_unique<File>(openFile());
        if (file->descriptor() < 0) return failed(path, "opened", errno);
        content = Content::None;
    }
    // All blocks now: a full disk is an error here, and not a signal in the middle of a call. Also of one that was there: a backup
    // brings back zeros as holes.
    if (const int code = ::posix_fallocate(file->descriptor(), 0, static_cast<off_t>(size)); code != 0) {
        if (content == Content::None) ::unlink(path.c_str()); // it may have taken the last of the disk, which the database needs
        return failed(path, "made", code);
    }
    void* const mapped = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file->descriptor(), 0);
    if (mapped == MAP_FAILED) return failed(path, "mapped", errno);
    std::memcpy(mapped, kFormat.data(), kFormat.size());
    return std::unique_ptr<RunJournal>(new RunJournal(path, static_cast<char*>(mapped), segmentBytes, content == Content::None));
}

RunJournal::~RunJournal() { ::munmap(mapped_, kHeadBytes + 2 * segmentBytes_); }

char* RunJournal::segment(int index) const { return mapped_ + kHeadBytes + static_cast<std::size_t>(index) * segmentBytes_; }

std::pair<RunJournal::Entries, RunJournal::Entries> RunJournal::left() const {
    return {Entries({segment(0), segmentBytes_}, true), Entries({segment(1), segmentBytes_}, true)};
}

void RunJournal::wipeLeft() {
    if (isNew_) return; // 32 MB that need not come into memory, nor go to the disk
    // All of it: one that died while it wiped leaves bytes that a later reading could run into.
    for (const int index : {0, 1}) std::atomic_ref(sizeAt(segment(index))).store(0, std::memory_order_release); // as in `wipe`
    std::memset(segment(0), 0, 2 * segmentBytes_);
    ::madvise(segment(0), 2 * segmentBytes_, MADV_DONTNEED); // the pages are the kernel's; we need not have them all in view
}

model::Result<std::string> RunJournal::putAside() const {
    auto aside = nameAside(path_);
    if (::rename(path_.c_str(), aside.c_str()) == 0) return aside; // a copy would need room on what may be a full disk
    return model::failure(model::ErrorClass::Internal, "The journal of runs could not be put aside as " + aside + ": " + std::strerror(errno) + ".", "journal");
}

std::int64_t RunJournal::removeAside(const std::string& directory, WallTime before) {
    std::int64_t removed = 0;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code kept;
        if (wasAsideBefore(entry->path().filename().native(), before) && std::filesystem::remove(entry->path(), kept)) ++removed;
    }
    return removed;
}

bool RunJournal::append(std::string_view entry) {
    const auto length = lengthOf(entry.size());
    if (length > segmentBytes_ - used_) return false;
    char* const at = segment(filling_) + used_;
    const auto check = checkOf(entry);
    std::memcpy(at + sizeof(Prefix), entry.data(), entry.size());
    std::memcpy(at + offsetof(Prefix, check), &check, sizeof check);
    std::atomic_ref(sizeAt(at)).store(static_cast<std::uint32_t>(entry.size()), std::memory_order_release);
    used_ += length;
    return true;
}

std::optional<RunJournal::Entries> RunJournal::seal() {
    if (sealed_ || used_ == 0) return std::nullopt;
    const Entries entries({segment(filling_), used_}, false);
    sealed_ = true;
    sealedBytes_ = std::exchange(used_, 0);
    filling_ = 1 - filling_;
    return entries;
}

void RunJournal::wipe() {
    char* const from = segment(1 - filling_);
    std::atomic_ref(sizeAt(from)).store(0, std::memory_order_release); // whoever reads after a death in the next line reads nothing
    std::memset(from, 0, sealedBytes_);
    // What is used day by day stays in view; after a jam the rest need not.
    if (sealedBytes_ > kInView) ::madvise(from + kInView, sealedBytes_ - kInView, MADV_DONTNEED);
}

void RunJournal::remove() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

} // namespace signalbox::store
