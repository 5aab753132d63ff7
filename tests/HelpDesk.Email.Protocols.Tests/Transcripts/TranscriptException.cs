namespace HelpDesk.Email.Protocols.Tests.Transcripts;

/// <summary>A client did something else than its transcript says.</summary>
internal sealed class TranscriptException(TranscriptStep step, string what, bool isGone = false) : Exception($"Line {step.Line} of the transcript ({step.Kind} {step.Words}): {what}.")
{
    /// <summary>Whether the client went: what it threw tells more.</summary>
    public bool IsGone { get; } = isGone;
}
