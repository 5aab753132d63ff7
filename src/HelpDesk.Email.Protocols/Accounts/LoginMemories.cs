using System.Collections.Concurrent;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>The log-ins of all mailboxes of a kind, by name. Safe on any thread.</summary>
internal sealed class LoginMemories
{
    private readonly ConcurrentDictionary<string, LoginMemory> _memories = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>That of one mailbox.</summary>
    public LoginMemory Of(string name) => _memories.GetOrAdd(name, static _ => new LoginMemory());
}
