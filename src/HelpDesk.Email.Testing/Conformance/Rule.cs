namespace HelpDesk.Email.Testing.Conformance;

/// <summary>A rule and its proof.</summary>
/// <param name="Name">The sentence that names it.</param>
/// <param name="Text">The rule, and what to do to keep it.</param>
/// <param name="ProveAsync">Throws when the rule does not hold in the trial.</param>
internal sealed record Rule<TTrial>(string Name, string Text, Func<TTrial, Task> ProveAsync)
    where TTrial : IAsyncDisposable
{
    /// <summary>Makes the case that opens a trial of its own, proves the rule and cleans up.</summary>
    public ConformanceCase ToCase(Func<CancellationToken, Task<TTrial>> openAsync) =>
        new(Name, cancellationToken => RunAsync(openAsync, cancellationToken)) { Rule = Text };

    private async Task RunAsync(Func<CancellationToken, Task<TTrial>> openAsync, CancellationToken cancellationToken)
    {
        try
        {
            var trial = await openAsync(cancellationToken).ConfigureAwait(false);
            await using (trial.ConfigureAwait(false))
            {
                await ProveAsync(trial).ConfigureAwait(false);
            }
        }
        catch (RuleNotApplicableException e)
        {
            throw new RuleNotApplicableException(Name, e.Reason);
        }
        catch (ConformanceException e)
        {
            throw new ConformanceException(Name, Text, e.Finding, e);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConformanceException(Name, Text, $"an exception that the rule does not allow: {e.GetType().Name} ({e.Message})", e);
        }
    }
}
