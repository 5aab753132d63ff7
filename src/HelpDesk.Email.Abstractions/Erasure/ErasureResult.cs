namespace HelpDesk.Email.Erasure;

/// <summary>What an erasure did.</summary>
/// <param name="Marks">A keyed hash of each address, in lower-case hexadecimal: the only way in which the audit names the person.</param>
/// <param name="Counts">How much was erased; all zero when nothing of them was there.</param>
public sealed record ErasureResult(IReadOnlyList<string> Marks, ErasureCounts Counts);
