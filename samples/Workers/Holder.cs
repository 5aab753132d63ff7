namespace Workers;

/// <summary>Who reads a mailbox. Immutable.</summary>
/// <param name="Mailbox">Its name.</param>
/// <param name="Node">The worker; <see langword="null"/> when nobody reads it.</param>
/// <param name="Left">For how long it holds the mailbox if it gives no sign of life; below zero when anybody may take it.</param>
internal sealed record Holder(string Mailbox, string? Node, TimeSpan Left)
{
    public override string ToString() =>
        $"  {Mailbox,-12} {(Node is null ? "nobody" : Left < TimeSpan.Zero ? $"{Node}, which is silent" : Node)}";
}
