namespace HelpDesk.Email.Architecture.Tests.Arrows;

/// <summary>What a package may name.</summary>
/// <param name="Ours">Packages of ours.</param>
/// <param name="Others">Packages of others.</param>
internal sealed record PackageRule(string[] Ours, string[] Others);
