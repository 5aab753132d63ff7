using System.Globalization;
using HelpDesk.Email.CrashCampaign.Stores;

namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>What the help desk still has to do.</summary>
/// <param name="Received">How many mails the journal has.</param>
/// <param name="Unfinished">How many of its rows are not finished.</param>
/// <param name="Unsent">How many rows of the outbox are not at their end.</param>
/// <param name="Untold">Of how many mails the source was not told.</param>
internal sealed record OpenWork(long Received, long Unfinished, long Unsent, long Untold)
{
    public bool IsNone => Unfinished == 0 && Unsent == 0 && Untold == 0;

    /// <summary>Counts; <see langword="null"/> while there are no tables or no database.</summary>
    public static async Task<OpenWork?> CountAsync(IStoreUnderTest store, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await store.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                SELECT (SELECT count(*) FROM journal), (SELECT count(*) FROM journal_queue),
                    (SELECT count(*) FROM outbox WHERE due IS NOT NULL), (SELECT count(*) FROM journal WHERE needs_acknowledgement)
                """;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? new OpenWork(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)) : null;
        }
        catch (System.Data.Common.DbException)
        {
            // Not there yet, or just being recovered.
            return null;
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Received} received, {Unfinished} unfinished, {Unsent} unsent, {Untold} untold");
}
