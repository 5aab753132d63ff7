using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Outbox;

/// <summary>By what is seen that a commit was made under a claim. Only its holder changes a row under a fence, so the state it left says enough.</summary>
internal static class OutboxEvidence
{
    private const string Ended = "SELECT true FROM outbox WHERE id = $1 AND fence = $2 AND node IS NULL AND ";

    public static Sql Of(OutboxClaim claim, OutboxCommit commit) => commit switch
    {
        SendingCommit => Row("SELECT true FROM outbox WHERE id = $1 AND fence = $2 AND node = $3 AND state = $4 AND counted", claim).Add(claim.Node).Add((int)OutboxState.Sending),
        DeliveryCommit delivery => Row($"{Ended} state <> $3 AND (due IS NULL OR not_before = $4)", claim).Add((int)OutboxState.Sending).Add(delivery.NotBefore),
        SetAsideCommit aside => Row($"{Ended} state = $3", claim).Add((int)aside.State),
        HoldCommit hold => Row($"{Ended} not_before = $3", claim).Add(hold.NotBefore),
        _ => throw new ArgumentOutOfRangeException(nameof(commit), commit, "There is no such transition."),
    };

    private static Sql Row(string text, OutboxClaim claim) => Sql.Read(text).Add(claim.Entry.Id).Add(claim.Fence);
}
