using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Conformance.Octets;

/// <summary>Generated octets as the content of a mail; may be made to break off.</summary>
internal sealed class GeneratedContent : MailContent
{
    private readonly GeneratedOctets _octets;
    private readonly Action<long>? _onRead;

    public GeneratedContent(GeneratedOctets octets, Action<long>? onRead = null)
    {
        _octets = octets;
        _onRead = onRead;
        SetHash(octets.Hash);
    }

    public override long Length => _octets.Length;

    public override Stream OpenRead() => _octets.Open(canSeek: true, _onRead);
}
