using System.Globalization;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>Who has joined the store, and what becomes of the claims of a name that comes back.</summary>
internal sealed class InMemoryNodes(MailTables tables)
{
    // A mail that may have taken its process along is not sent again at once.
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Node> _living = new(StringComparer.Ordinal);

    public IMailStoreNode Join(string wishedName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(wishedName);
        lock (tables.Gate)
        {
            var name = wishedName;
            for (var i = 2; _living.ContainsKey(name); i++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{wishedName}-{i}");
            }

            var node = new Node(this, name);
            _living.Add(name, node);
            TakeBack(name);
            return node;
        }
    }

    /// <summary>Takes all who have joined for dead, as a crash would leave them.</summary>
    public void Forget()
    {
        lock (tables.Gate)
        {
            _living.Clear();
        }
    }

    private void TakeBack(string name)
    {
        LostClaims.End(tables.Journal, row => row.Holding.Node == name, tables.Now);
        foreach (var row in tables.Outbox.Open.Where(row => row.Holding.Node == name && row.LostAlone))
        {
            row.RestsUntil = tables.Now + RestAfter(row.Entry.LostAttempts);
        }

        foreach (var holding in tables.Outbox.Open.Select(row => row.Holding)
            .Concat(tables.HostEvents.Waiting.Select(row => row.Holding))
            .Where(holding => holding.Node == name))
        {
            holding.Free();
        }
    }

    private static TimeSpan RestAfter(int lostBefore) =>
        new(Math.Min(FirstRest.Ticks << Math.Min(lostBefore, 8), LongestRest.Ticks));

    private void Leave(Node node)
    {
        lock (tables.Gate)
        {
            // The name may be another's by now, if this node was taken for dead.
            if (_living.TryGetValue(node.Name, out var living) && living == node)
            {
                _living.Remove(node.Name);
            }
        }
    }

    private sealed class Node(InMemoryNodes nodes, string name) : IMailStoreNode
    {
        public string Name => name;

        public ValueTask DisposeAsync()
        {
            nodes.Leave(this);
            return ValueTask.CompletedTask;
        }
    }
}
