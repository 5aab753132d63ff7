namespace HelpDesk.Email.Benchmarks.Hostile;

/// <summary>Something that reads strangers' input.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">What is hostile to it.</param>
/// <param name="Prepare">Takes an input and gives the work of reading it; the work returns a number that depends on what was read.</param>
internal sealed record Scanner(string Name, IReadOnlyList<HostileInput> Inputs, Func<string, Func<long>> Prepare);
