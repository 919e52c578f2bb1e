package flytek8s

import (
	"context"

	v1 "k8s.io/api/core/v1"

	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/core"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s/config"
	"github.com/flyteorg/flyte/flytestdlib/storage"
)

const (
	flyteSidecarContainerName = "uploader"
	flyteInitContainerName    = "downloader"
)

var pTraceCapability = v1.Capability("SYS_PTRACE")

// FlyteCoPilotContainer makes one of the two co-pilot containers.
func FlyteCoPilotContainer(name string, cfg config.FlyteCoPilotConfig, args []string) (v1.Container, error) {
	return v1.Container{
		Name:            cfg.NamePrefix + name,
		Image:           cfg.Image,
		Command:         []string{"/bin/flyte-copilot", "--storage.type=" + storage.GetConfig().Type},
		Args:            args,
		ImagePullPolicy: v1.PullIfNotPresent,
	}, nil
}

// AddCoPilotToContainer readies the task's own container for co-pilot.
func AddCoPilotToContainer(ctx context.Context, cfg config.FlyteCoPilotConfig, c *v1.Container, iFace *core.TypedInterface, pilot *core.DataLoadingConfig) error {
	if pilot == nil || !pilot.Enabled {
		return nil
	}
	if c.SecurityContext == nil {
		c.SecurityContext = &v1.SecurityContext{}
	}
	if c.SecurityContext.Capabilities == nil {
		c.SecurityContext.Capabilities = &v1.Capabilities{}
	}
	c.SecurityContext.Capabilities.Add = append(c.SecurityContext.Capabilities.Add, pTraceCapability)
	return nil
}

// AddCoPilotToPod adds the co-pilot containers, and says which init container is the downloader.
func AddCoPilotToPod(ctx context.Context, cfg config.FlyteCoPilotConfig, coPilotPod *v1.PodSpec, pilot *core.DataLoadingConfig) (string, error) {
	if pilot == nil || !pilot.Enabled {
		return "", nil
	}
	shared := true
	coPilotPod.ShareProcessNamespace = &shared
	downloader, err := FlyteCoPilotContainer(flyteInitContainerName, cfg, []string{"download"})
	if err != nil {
		return "", err
	}
	coPilotPod.InitContainers = append(coPilotPod.InitContainers, downloader)
	uploader, err := FlyteCoPilotContainer(flyteSidecarContainerName, cfg, []string{"sidecar"})
	if err != nil {
		return "", err
	}
	coPilotPod.Containers = append(coPilotPod.Containers, uploader)
	return downloader.Name, nil
}
