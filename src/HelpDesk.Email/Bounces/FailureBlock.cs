namespace HelpDesk.Email.Bounces;

/// <summary>A recipient that the text of a bounce names, and what it says of it.</summary>
/// <param name="Address">The recipient.</param>
/// <param name="Text">What is said of it, on one line; empty where nothing is.</param>
internal sealed record FailureBlock(string Address, string Text);
