#pragma once

#include "core/base/clock.h"
#include "core/model/error.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace signalbox::store {

/// What is on record and not yet in the database: a file mapped into memory, so that an entry is in the kernel's hands, and outlives
/// the process, as soon as it is copied; no call waits for a system call, another thread or the disk. Two segments: one is being
/// filled while what the other held goes into the database; then it is wiped, so that nothing said stays longer than that.
///
/// Survives the death of the process at any instruction. The death of the machine it survives as far as the kernel had written it
/// back, like SQLite's log with synchronous=NORMAL; a check sum tells what was not.
///
/// Not synchronised: `append`, `used`, `seal` and `release` exclude each other.
class RunJournal {
public:
    /// Of what stands in the file: another format is not read.
    static constexpr std::string_view kFormat = "SBJRNL01";
    static constexpr std::size_t kSegmentBytes = 16 * 1024 * 1024;
    /// How long a file that was put aside stays: it may hold what was said.
    static constexpr std::chrono::days kAsideIsKept{7};

    /// One segment's entries, first to last.
    class Entries {
    public:
        Entries() = default;
        /// Nothing: no more.
        std::optional<std::string_view> next();
        /// The next one is nothing.
        bool isAtEnd();
        /// What stopped the reading was not the end: bytes that never were written whole.
        bool isTorn() const { return torn_; }

    private:
        friend class RunJournal;
        Entries(std::string_view segment, bool check) : rest_(segment), check_(check) {}
        std::string_view rest_;
        bool check_ = false;
        bool torn_ = false;
    };

    /// Makes `directory`/runs.journal (mode 0600), or opens what a gateway that died left. A file that is none of ours in this
    /// format is put aside, beside it, and said so in the log.
    static model::Result<std::unique_ptr<RunJournal>> open(const std::string& directory, std::size_t segmentBytes = kSegmentBytes);
    ~RunJournal();
    RunJournal(const RunJournal&) = delete;
    RunJournal& operator=(const RunJournal&) = delete;

    /// What the last owner of the file had not brought into the database, by segment, each entry checked. Before the first append.
    std::pair<Entries, Entries> left() const;
    /// After `left` went into the database, or was put aside.
    void wipeLeft();
    /// Gives the file a name of its own: what cannot be read may be of use to somebody. Nothing more is written to this journal; the
    /// next one finds no file. The new name.
    model::Result<std::string> putAside() const;
    /// Deletes files that were put aside before that; how many.
    static std::int64_t removeAside(const std::string& directory, WallTime before);
    /// Nothing is in it, and its owner goes: the next one finds no file.
    void remove();

    /// False: no room until the next `release`.
    bool append(std::string_view entry);
    /// Bytes in the segment that is being filled, of `capacity`.
    std::size_t used() const { return used_; }
    std::size_t capacity() const { return segmentBytes_; }
    /// Takes the filled segment out of use and gives what is in it; the other is filled from now on. Nothing while the last one
    /// that was sealed has not been released, or when there is nothing.
    std::optional<Entries> seal();
    /// Forgets the sealed segment's entries, for good. By its reader alone, beside `append`.
    void wipe();
    /// Lets the wiped segment be filled again.
    void release() { sealed_ = false; }

private:
    RunJournal(std::string path, char* mapped, std::size_t segmentBytes, bool isNew) : path_(std::move(path)), mapped_(mapped), segmentBytes_(segmentBytes), isNew_(isNew) {}
    char* segment(int index) const;

    const std::string path_;
    char* const mapped_;
    const std::size_t segmentBytes_;
    const bool isNew_; ///< nobody wrote to it before us
    int filling_ = 0;
    bool sealed_ = false;
    std::size_t used_ = 0;
    std::size_t sealedBytes_ = 0;
};

} // namespace signalbox::store
