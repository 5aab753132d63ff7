namespace HelpDesk.Email.Processing;

/// <summary>What became of a decision where it was applied.</summary>
/// <param name="Signal"><see cref="FlowSignal.Applied"/> or <see cref="FlowSignal.Voided"/>; <see langword="null"/> for a conflict.</param>
/// <param name="Json">The whole answer, as it is committed to the row.</param>
internal sealed record AppliedAnswer(FlowSignal? Signal, string Json);
