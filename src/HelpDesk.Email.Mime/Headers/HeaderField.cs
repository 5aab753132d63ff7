using System.Text;
using HelpDesk.Email.Mime.Headers;

namespace HelpDesk.Email.Mime;

/// <summary>One field of a header, as received. Decoded on first use; safe to read from several threads.</summary>
public sealed class HeaderField
{
    private readonly ReadOnlyMemory<byte> _value;
    private readonly MailReadingLimits _limits;

    internal HeaderField(string name, ReadOnlyMemory<byte> value, MailReadingLimits limits)
    {
        Name = name;
        _value = value;
        _limits = limits;
    }

    /// <summary>The name before the colon, in the letters of the sender; names are compared without regard to case.</summary>
    public string Name { get; }

    /// <summary>The octets after the colon, folding included, as received.</summary>
    public ReadOnlyMemory<byte> RawOctets => _value;

    /// <summary>The value unfolded (RFC 5322 section 2.2.3) and trimmed, nothing decoded: UTF-8 where the octets are, else the default charset.</summary>
    public string RawValue => field ??= HeaderText.Raw(_value.Span, _limits.DefaultCharset);

    /// <summary>The value as a person reads it: unfolded, encoded-words (RFC 2047) decoded wherever they stand, without control characters.</summary>
    public string Value => field ??= HeaderText.Decode(_value.Span, _limits);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Value}";

}
