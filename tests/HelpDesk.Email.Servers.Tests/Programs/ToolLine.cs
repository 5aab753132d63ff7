namespace HelpDesk.Email.Servers.Tests.Programs;

/// <summary>What the tool says of one connection.</summary>
internal sealed record ToolLine(string Direction, string Name, bool Ok, string? Failure, string Message);
