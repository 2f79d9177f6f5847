#include "ui/overview/first_call.h"

#include "ui/widgets/copy_line.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

FirstCall::FirstCall(QWidget* parent)
    : QFrame(parent), m_text(new TextLabel({}, TextStyle::Body, Token::Muted)), m_curl(new CopyLine({}, tr("curl line"))),
      m_sdk(new CopyLine({}, tr("Python lines"))) {
    setProperty("card", true);
    setObjectName(u"first-call"_s);
    m_text->wrapped();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("No call yet. Make the first one"), TextStyle::Heading));
    column->addWidget(m_text);
    column->addSpacing(4);
    column->addWidget(new TextLabel(tr("From a terminal"), TextStyle::Caption, Token::Muted));
    column->addWidget(m_curl);
    column->addWidget(new TextLabel(tr("From Python, with the official OpenAI SDK"), TextStyle::Caption, Token::Muted));
    column->addWidget(m_sdk);
}

void FirstCall::setGateway(const QUrl& url, const QString& dataDirectory) {
    const QString base = url.toString(QUrl::StripTrailingSlash);
    const bool own = !dataDirectory.isEmpty();
    const QString keyFile = dataDirectory + u"/app.key"_s;
    m_text->setText(own ? tr("The gateway answers here. A simulated vendor is behind the route “starter”, so this costs nothing; the key is in %1.").arg(keyFile)
                        : tr("The gateway answers here. Ask its operator for an application key, or make one under Settings."));
    const QString bearer = own ? u"$(cat '%1')"_s.arg(keyFile) : u"$SIGNALBOX_KEY"_s;
    m_curl->setText(uR"(curl -s %1/v1/chat/completions -H "Authorization: Bearer %2" \
  -H 'Content-Type: application/json' -d '{"model":"route/starter","messages":[{"role":"user","content":"Hello"}]}')"_s.arg(base, bearer));
    const QString key = own ? u"open(\"%1\").read().strip()"_s.arg(keyFile) : u"os.environ[\"SIGNALBOX_KEY\"]"_s;
    const QString imports = own ? u"from openai import OpenAI"_s : u"import os\nfrom openai import OpenAI"_s;
    m_sdk->setText(uR"PY(%1
client = OpenAI(base_url="%2/v1", api_key=%3)
print(client.chat.completions.create(model="route/starter", messages=[{"role": "user", "content": "Hello"}]).choices[0].message.content))PY"_s.arg(imports, base, key));
}

} // namespace signalbox::ui
