using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Content whose streams can't go back.</summary>
internal sealed class ForwardOnlyContent(MailContent inner) : MailContent
{
    public override long Length => inner.Length;

    public override Stream OpenRead() => new ForgivingStream(inner.OpenRead());
}
