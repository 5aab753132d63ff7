namespace HelpDesk.Email.Storage;

/// <summary>At most so many in a sliding window, for one key.</summary>
/// <param name="Key">What is counted, for instance <c>auto:ann@example.test</c>.</param>
/// <param name="Limit">How many.</param>
/// <param name="Window">Within how long.</param>
public sealed record ThrottleLimit(string Key, int Limit, TimeSpan Window);
