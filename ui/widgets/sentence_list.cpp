#include "ui/widgets/sentence_list.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace signalbox::ui {

SentenceList::SentenceList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
}

void SentenceList::set(const QList<Sentence>& sentences) {
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Sentence& sentence : sentences) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto* icon = new IconLabel(sentence.icon, sentence.color);
        row->addWidget(icon, 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget((new TextLabel(sentence.text))->wrapped()->selectable());
        if (!sentence.note.isEmpty()) words->addWidget((new TextLabel(sentence.note, TextStyle::Caption, Token::Muted))->wrapped()->selectable());
        row->addLayout(words, 1);
        m_column->addWidget(line);
    }
}

} // namespace signalbox::ui
