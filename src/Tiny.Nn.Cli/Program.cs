using Tiny.Nn.Cli.Commands;

return CommandLine.Run(args);
