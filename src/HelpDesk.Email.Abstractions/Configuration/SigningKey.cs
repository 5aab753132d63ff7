namespace HelpDesk.Email.Configuration;

/// <summary>A key of the ring.</summary>
/// <param name="Id">Two characters of <c>a-z2-7</c>, unique in the ring.</param>
/// <param name="Secret">At least 32 octets.</param>
public sealed record SigningKey(string Id, ReadOnlyMemory<byte> Secret);
