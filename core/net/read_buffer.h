#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace signalbox::net {

/// What was read and not yet used. Takes a block of 8 KiB from the thread's stock while it holds bytes, and more only for a
/// message that needs it; a silent connection holds none.
class ReadBuffer {
public:
    static constexpr std::size_t kBlock = 8 * 1024;

    ReadBuffer() = default;
    ReadBuffer(const ReadBuffer&) = delete;
    ReadBuffer& operator=(const ReadBuffer&) = delete;
    ~ReadBuffer() { release(); }

    std::string_view view() const { return {block_.get() + begin_, end_ - begin_}; }
    char* data() { return block_.get() + begin_; }
    std::size_t size() const { return end_ - begin_; }
    bool empty() const { return begin_ == end_; }
    std::size_t capacity() const { return capacity_; }

    /// Room to read into, at least one byte; grows when full.
    std::span<char> space() {
        if (!block_) take();
        if (empty()) begin_ = end_ = 0;
        if (end_ == capacity_) {
            if (begin_ > 0) {
                std::memmove(block_.get(), block_.get() + begin_, size());
                end_ -= begin_;
                begin_ = 0;
            } else {
                grow(capacity_ * 2);
            }
        }
        return {block_.get() + end_, capacity_ - end_};
    }
    void commit(std::size_t bytes) { end_ += bytes; }
    void consume(std::size_t bytes) { begin_ += bytes; }
    void grow(std::size_t capacity) {
        std::unique_ptr<char[]> larger(new char[capacity]);
        if (size() > 0) std::memcpy(larger.get(), block_.get() + begin_, size());
        end_ -= begin_;
        begin_ = 0;
        giveBack();
        block_ = std::move(larger);
        capacity_ = capacity;
    }
    /// Forgets the bytes and gives the block back.
    void release() {
        giveBack();
        capacity_ = begin_ = end_ = 0;
    }

private:
    static std::vector<std::unique_ptr<char[]>>& stock() {
        thread_local std::vector<std::unique_ptr<char[]>> blocks;
        return blocks;
    }
    void take() {
        if (stock().empty()) {
            block_.reset(new char[kBlock]);
        } else {
            block_ = std::move(stock().back());
            stock().pop_back();
        }
        capacity_ = kBlock;
        begin_ = end_ = 0;
    }
    void giveBack() {
        constexpr std::size_t kMostKept = 64;
        if (block_ && capacity_ == kBlock && stock().size() < kMostKept) stock().push_back(std::move(block_));
        block_.reset();
    }

    std::unique_ptr<char[]> block_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

} // namespace signalbox::net
