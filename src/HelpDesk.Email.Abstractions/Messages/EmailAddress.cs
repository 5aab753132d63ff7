namespace HelpDesk.Email.Messages;

/// <summary>One e-mail address with the display name that stood beside it (RFC 5322 section 3.4).</summary>
/// <remarks>
/// Not a parser: it takes an address that is already taken apart. Control characters and line ends can't enter, in
/// neither part, so a value is safe to write into a header field or an SMTP command. Equality ignores the name and
/// the case of the address. Immutable, hence safe on any thread.
/// </remarks>
public sealed class EmailAddress : IEquatable<EmailAddress>
{
    private EmailAddress(string address, string? name)
    {
        Address = address;
        Name = name;
    }

    /// <summary>The address itself, <c>local@domain</c>, as it was written.</summary>
    public string Address { get; }

    /// <summary>The display name, or <see langword="null"/> when there is none.</summary>
    public string? Name { get; }

    /// <summary>The address in lower case: what comparisons and unique keys use.</summary>
    public string Key => Address.ToLowerInvariant();

    /// <summary>The part before the last <c>@</c>.</summary>
    public string LocalPart => Address[..Address.LastIndexOf('@')];

    /// <summary>The part after the last <c>@</c>, in lower case.</summary>
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>Makes an address of one that is known to be well-formed.</summary>
    /// <exception cref="ArgumentException"><paramref name="address"/> has no local part or no domain, holds white space or a control character, or is longer than 320 characters.</exception>
    public static EmailAddress Create(string address, string? name = null) =>
        TryCreate(address, name, out var made)
            ? made
            : throw new ArgumentException($"'{Visible(address)}' is not an e-mail address of the form local@domain.", nameof(address));

    /// <summary>Makes an address of one that may be anything; <see langword="false"/> when it can't be one.</summary>
    public static bool TryCreate(string? address, string? name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out EmailAddress? made)
    {
        made = null;
        if (address is null || address.Length > 320)
        {
            return false;
        }

        var at = address.LastIndexOf('@');
        if (at < 1 || at == address.Length - 1 || HasForbidden(address))
        {
            return false;
        }

        made = new EmailAddress(address, Clean(name));
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(EmailAddress? other) => other is not null && string.Equals(Address, other.Address, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EmailAddress);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Address);

    /// <summary>The address alone: a form that is safe in a log only at Debug.</summary>
    public override string ToString() => Address;

    private static bool HasForbidden(string address)
    {
        // A quoted local part may hold a space by RFC 5321; nothing that sends mail today does, and it would end an SMTP argument.
        foreach (var c in address)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '\u2028' or '\u2029')
            {
                return true;
            }
        }

        return false;
    }

    private static string? Clean(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var cleaned = string.Create(name.Length, name, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = source[i];
                span[i] = char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c;
            }
        }).Trim();
        return cleaned.Length == 0 ? null : cleaned;
    }

    private static string Visible(string? address) => address is null ? "null" : Clean(address) ?? string.Empty;
}
