namespace HelpDesk.Email.Protocols.Tests.Transcripts;

/// <summary>One line of a transcript.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Words">What stands after its mark.</param>
/// <param name="Line">Its number, from 1.</param>
internal sealed record TranscriptStep(TranscriptStepKind Kind, string Words, int Line);
