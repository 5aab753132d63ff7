using System.Text;

namespace HelpDesk.Email.Protocols.Wire;

/// <summary>Knows the secrets of a conversation and takes them out of what others may read.</summary>
/// <remarks>
/// A server can repeat a password in its answer, in clear or in Base64. The mask is asked before anything that a server said
/// reaches a log or an exception. For one connection.
/// </remarks>
internal sealed class SecretMask
{
    private const string Masked = "***";
    // The longest first: a message in Base64 holds its secret in Base64, and its beginning must not stay.
    private readonly SortedSet<string> _secrets = new(Comparer<string>.Create(static (one, other) =>
        one.Length != other.Length ? other.Length - one.Length : string.CompareOrdinal(one, other)));


    /// <summary>Something that nobody else may read from now on.</summary>
    public void Add(string secret)
    {
        if (secret.Length > 0)
        {
            _secrets.Add(secret);
            _secrets.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
        }
    }

    /// <summary>A text without the secrets.</summary>
    public string Apply(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Masked, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }
}
