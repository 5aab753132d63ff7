namespace HelpDesk.Email.Identity;

/// <summary>The hosts whose trace fields are believed: the server that evaluates senders, and further relays of ours.</summary>
internal sealed class OwnHostNames(string server, IEnumerable<string> relays)
{
    private readonly string[] _names = [.. relays.Prepend(server).Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name.Trim().TrimEnd('.'))];

    /// <summary>Whether a host is one of them or below one of them: on a dot, so that no longer name that ends alike is taken for it.</summary>
    public bool Has(string? host)
    {
        if (host is null)
        {
            return false;
        }

        var name = host.TrimEnd('.');
        return Array.Exists(_names, own => name.Equals(own, StringComparison.OrdinalIgnoreCase)
            || (name.Length > own.Length && name[^(own.Length + 1)] == '.' && name.EndsWith(own, StringComparison.OrdinalIgnoreCase)));
    }
}
