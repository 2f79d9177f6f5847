#include "ui/workflows/snippets_page.h"

#include "ui/widgets/copy_line.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

SnippetsPage::SnippetsPage(QWidget* parent)
    : QScrollArea(parent), m_keySection(new QWidget), m_key(new CopyLine({}, tr("the line that sets the key"))), m_curl(new CopyLine({}, tr("the curl command"))), m_python(new CopyLine({}, tr("the Python lines"))), m_javascript(new CopyLine({}, tr("the JavaScript lines"))),
      m_openai(new CopyLine({}, tr("the model's name"))) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("How to call it"));
    auto* page = new QWidget;
    page->setProperty("page", true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(4, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget((new TextLabel(tr("Any program can call this workflow with an application key (Settings, Application keys). The answer keeps the output contract, or it is an error that says what went wrong."), TextStyle::Body, Token::Muted))->wrapped());
    auto* keyColumn = new QVBoxLayout(m_keySection);
    keyColumn->setContentsMargins(0, 4, 0, 0);
    keyColumn->setSpacing(8);
    keyColumn->addWidget(new TextLabel(tr("First, once in a shell on this computer"), TextStyle::Heading));
    keyColumn->addWidget(m_key);
    m_keySection->hide();
    column->addWidget(m_keySection);
    const auto section = [column](const QString& heading, QWidget* content) {
        column->addSpacing(4);
        column->addWidget(new TextLabel(heading, TextStyle::Heading));
        column->addWidget(content);
    };
    section(tr("Shell", "a command line"), m_curl);
    section(u"Python"_s, m_python);
    section(u"JavaScript"_s, m_javascript);
    section(tr("Through an OpenAI SDK, as the model"), m_openai);
    column->addStretch(1);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
}

void SnippetsPage::setKeyFile(const QString& file) {
    m_keySection->setVisible(!file.isEmpty());
    m_key->setText(u"export SIGNALBOX_KEY=$(cat '%1')"_s.arg(QString(file).replace(u'\'', u"'\\''"_s)));
}

void SnippetsPage::setWorkflow(const QJsonObject& workflow) {
    m_curl->setText(workflow.value("curl"_L1).toString().trimmed());
    m_python->setText(workflow.value("python"_L1).toString().trimmed());
    m_javascript->setText(workflow.value("javascript"_L1).toString().trimmed());
    m_openai->setText(u"workflow/"_s + workflow.value("name"_L1).toString());
}

} // namespace signalbox::ui
